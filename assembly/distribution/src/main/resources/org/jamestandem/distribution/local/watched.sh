#!/bin/sh
# usage: watched.sh OWNER_PID PID_FILE COMMAND...
# Runs COMMAND, without input, as long as the process OWNER_PID lives; then, or when told to end, sends it TERM and
# waits for its end, at most 20 seconds. PID_FILE says which process it is.
owner=$1
pid_file=$2
shift 2

end() {
    trap '' TERM INT HUP
    kill -TERM "$server" 2>/dev/null
    waited=0
    while kill -0 "$server" 2>/dev/null && [ "$waited" -lt 100 ]; do
        sleep 0.2
        waited=$((waited + 1))
    done
    kill -KILL "$server" 2>/dev/null
    exit 0
}

# Ctrl-C reaches every process of the terminal: the owner tells when to end.
trap '' INT
"$@" </dev/null &
server=$!
echo "$server" > "$pid_file"
trap end TERM HUP
while kill -0 "$server" 2>/dev/null; do
    kill -0 "$owner" 2>/dev/null || end
    sleep 0.5
done
