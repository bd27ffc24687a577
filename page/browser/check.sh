#!/usr/bin/env bash
# page/browser/check.sh CROSSWIRE [PICTURES]: the page of a crosswire command over a store of the examples, looked at in
# Chromium by check.mjs. Needs Node, npm and Chromium; CHROMIUM says where the browser is.
set -euo pipefail
crosswire=$1
pictures=${2:+$(realpath "$2")}
here=$(realpath "$(dirname "$0")/..")
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

"$crosswire" add "$here"/../examples/*/ --store "$folder/store.db" --workers 1
"$crosswire" verify --store "$folder/store.db"
"$crosswire" serve --store "$folder/store.db" --port 0 --no-browser 2> "$folder/log" &
server=$!
for _ in $(seq 60); do
  address=$(grep -o 'http://[0-9.:]*' "$folder/log") && break
  sleep 0.5
done
cd "$here"
[ -d node_modules ] || npm install --no-save --ignore-scripts --no-audit --no-fund
node browser/check.mjs "$address" ${pictures:+"$pictures"}
