#!/bin/sh
# Run once by the postgres image: the engine gets a role of its own that may make its databases and nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$TEMPORAL_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role temporal login createdb password :'password';
SQL
