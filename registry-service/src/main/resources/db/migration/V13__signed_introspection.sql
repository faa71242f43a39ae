-- With what the answers to its introspection requests are signed, RFC 9701 §6; null for the standard's RS256.
alter table client add column introspection_signed_response_alg text;
