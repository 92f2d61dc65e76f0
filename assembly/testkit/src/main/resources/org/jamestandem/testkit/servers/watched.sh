#!/bin/sh
# usage: watched.sh OWNER_PID FOLDER COMMAND...
# Runs COMMAND, without input, as long as the process OWNER_PID lives; then ends it and removes FOLDER, and
# the folder around it when that holds nothing else but its lock. TERM does the
# same at once. Must lead a session of its own, so that all descendants can be ended together. When COMMAND ends by
# itself FOLDER stays, for its log.
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

end() {
    end_descendants
    cd /
    rm -rf "$folder"
    rm -f "$(dirname "$folder")/lock"
    rmdir "$(dirname "$folder")" 2>/dev/null
    kill -KILL 0
}
trap end TERM INT HUP

"$@" </dev/null &
server=$!
while kill -0 "$server" 2>/dev/null; do
    kill -0 "$owner" 2>/dev/null || end
    sleep 0.5
done
end_descendants
