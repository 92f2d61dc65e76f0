#!/bin/sh
# usage: rabbitmq.sh RABBITMQ_SERVER FOLDER AMQP_PORT MANAGEMENT_PORT EPMD_PORT DISTRIBUTION_PORT
# A broker on the loopback whose every file is below FOLDER.
set -e
server=$1
folder=$2
amqp=$3
management=$4
epmd=$5
distribution=$6

mkdir -p "$folder/mnesia" "$folder/log"
chmod 700 "$folder"
echo '[rabbitmq_management].' > "$folder/enabled_plugins"
cat > "$folder/rabbitmq.conf" <<EOF
listeners.tcp.1 = 127.0.0.1:$amqp
management.tcp.ip = 127.0.0.1
management.tcp.port = $management
loopback_users = none
log.console = true
log.console.level = info
log.file = false
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 50MB
EOF

export HOME="$folder"
export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$epmd"
export RABBITMQ_NODENAME=tandem@localhost RABBITMQ_NODE_PORT="$amqp" RABBITMQ_DIST_PORT="$distribution"
export RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_LOG_BASE="$folder/log"
export RABBITMQ_CONFIG_FILE="$folder/rabbitmq" RABBITMQ_ENABLED_PLUGINS_FILE="$folder/enabled_plugins"
export RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_PID_FILE="$folder/broker.pid"
export RABBITMQ_GENERATED_CONFIG_DIR="$folder/generated" RABBITMQ_FEATURE_FLAGS_FILE="$folder/feature_flags"
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none"

# In the foreground, so that it ends with the others; the broker would start one that stays.
epmd -address 127.0.0.1 -port "$epmd" &
exec "$server"
