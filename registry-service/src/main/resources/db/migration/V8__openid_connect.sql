-- What a client wants of sign-ins and sign-outs, as the other services are told. Whole documents: no
-- question is ever asked about one of their members.
alter table client alter column client_name drop not null;
alter table client add column openid jsonb not null default '{
    "application_type": "web", "subject_type": "public", "id_token_signed_response_alg": "RS256",
    "require_auth_time": false, "default_acr_values": [], "request_uris": []}';
alter table client add column logout jsonb not null default '{
    "post_logout_redirect_uris": [], "backchannel_logout_session_required": false,
    "frontchannel_logout_session_required": false}';
alter table client add column sector_identifier_uri text;
alter table client add column rotate_refresh_tokens boolean not null default true;
alter table client add column require_pkce boolean not null default false;
alter table client add column software_id text;
alter table client add column software_version text;
alter table client add column software_statement text;
