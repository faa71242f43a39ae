-- A browser has another cookie after signing in or out, and takes its requests along.
create index pending_request_browser on pending_request (browser_sha256);
