-- Which key of the settings derives it; null where there was one only.
alter table client_secret add column derivation_key text;
