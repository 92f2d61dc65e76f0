#!/bin/sh
# usage: watched.sh OWNER_PID FOLDER COMMAND...
# Runs COMMAND, without input, as long as the process OWNER_PID lives; then ends it and removes FOLDER, and the folder
# around it when that holds nothing else but its lock. TERM does the same at once. Must lead a session of its own, so
# that all descendants can be ended together. When COMMAND ends by itself FOLDER stays, for its log.
owner=$1
folder=$2
shift 2

end_descendants() {
    trap '' TERM INT HUP
    kill -TERM 0
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
}

# The folder goes when nobody is left who could write to it: another session kills this one and then removes it.
end() {
    end_descendants
    setsid sh -c '
        cd /
        kill -KILL "-$1"
        for _ in $(seq 30); do
            kill -0 "-$1" 2>/dev/null || break
            sleep 0.1
        done
        rm -rf "$2"
        rm -f "$(dirname "$2")/lock"
        rmdir "$(dirname "$2")" 2>/dev/null
    ' remover $$ "$folder" &
    wait
}
trap end TERM INT HUP

"$@" </dev/null &
server=$!
while kill -0 "$server" 2>/dev/null; do
    kill -0 "$owner" 2>/dev/null || end
    sleep 0.5
done
end_descendants
