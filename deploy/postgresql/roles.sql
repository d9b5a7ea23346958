-- The portal's database and its two roles. Run once, as an administrator of the cluster:
--
--     psql -v ON_ERROR_STOP=1 -v owner_password=... -v app_password=... -f roles.sql
--
-- portal_owner owns the tables and changes the schema ('store migrate', 'audit retire'); no running portal uses it.
-- portal_app is what the portal runs as. It cannot make, change or drop anything, and to the audit it can only add:
-- 'store migrate --app-role portal_app' gives it table by table what it needs.

CREATE ROLE portal_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE portal_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';

CREATE DATABASE portal OWNER portal_owner ENCODING 'UTF8' TEMPLATE template0;

-- Nobody else has anything here.
REVOKE ALL ON DATABASE portal FROM PUBLIC;
GRANT CONNECT ON DATABASE portal TO portal_owner, portal_app;

\connect portal
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO portal_owner;
GRANT USAGE ON SCHEMA public TO portal_app;

-- A statement that hangs, or a transaction that was forgotten, holds up nobody for long.
ALTER ROLE portal_app SET statement_timeout = '60s';
ALTER ROLE portal_app SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE portal_app SET lock_timeout = '10s';
