#!/bin/sh
# The namespace with the search attributes of a case; the list is the one of tools/lib/temporal.mjs (compose.test.ts compares).
set -eu
temporal operator namespace describe -n default >/dev/null 2>&1 ||
  temporal operator namespace create -n default --retention 30d
for attribute in CaseStage=Keyword Division=Keyword Programme=Keyword NextDeadline=Datetime; do
  temporal operator search-attribute create -n default --name "${attribute%%=*}" --type "${attribute##*=}" ||
    temporal operator search-attribute list -n default | grep -q "${attribute%%=*}"
done
