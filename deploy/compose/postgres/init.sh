#!/bin/bash
# A database and a role for each service; each role reaches its own database and no other.
set -euo pipefail

provide() { # provide NAME PASSWORD
  psql -v ON_ERROR_STOP=1 -v name="$1" -v password="$2" -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
}

provide registry "$REGISTRY_PASSWORD"
provide authorization "$AUTHORIZATION_PASSWORD"
provide token "$TOKEN_PASSWORD"
provide movies "$MOVIES_PASSWORD"
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres -c 'revoke connect on database postgres from public'
