#!/usr/bin/env bash
# page/browser/check.sh CROSSWIRE [PICTURES]: the page of a crosswire command over a store of the examples and of texts
# in several scripts, looked at in Chromium by check.mjs. Needs Node, npm and Chromium; CHROMIUM says where the browser is.
set -euo pipefail
crosswire=$1
pictures=${2:+$(realpath "$2")}
here=$(realpath "$(dirname "$0")/..")
folder=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$folder"' EXIT

"$crosswire" add "$here"/../examples/*/ "$here"/browser/scripts --store "$folder/store.db" --workers 1
"$crosswire" verify --store "$folder/store.db"
# serve NAME OPTION...: a server of the store, waited for; what it says lies under that name.
serve() {
  "$crosswire" serve --store "$folder/store.db" --port 0 --no-browser "${@:2}" 2> "$folder/$1" &
  servers+=($!)
  for _ in $(seq 60); do
    grep -q 'http://' "$folder/$1" && break
    sleep 0.5
  done
}
serve reading
serve editing --edit --by Ada
address() { grep -o 'http://[0-9.:]*' "$folder/$1"; }
cd "$here"
[ -d node_modules ] || npm install --no-save --ignore-scripts --no-audit --no-fund
node browser/check.mjs "$(address reading)" "$(address editing)" ${pictures:+"$pictures"}
