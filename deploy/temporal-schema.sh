#!/bin/sh
# Brings the engine's two databases to the schema of this version of the admin tools. May be run again at any time.
set -eu
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  versions=/etc/temporal/schema/postgresql/v12/${pair##*:}/versioned
  tool() { temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --db "$database" "$@"; }
  tool create || echo "$database exists"
  tool setup-schema -v 0.0 || echo "$database has a schema"
  tool update-schema -d "$versions"
done
