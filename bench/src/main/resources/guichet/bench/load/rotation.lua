-- Refreshes by as many chains as there are tokens in the file: each answer's token is the next request's. wrk does not tell
-- its callbacks which connection they are for, so a thread's tokens wait in line.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local waiting, first, last = {}, 1, 0

local function add(token)
  last = last + 1
  waiting[last] = token
end

function init(args)
  local line = 0
  for token in io.lines(FILE) do
    if line % THREADS == number then add(token) end
    line = line + 1
  end
end

function request()
  local token = waiting[first]
  waiting[first] = nil
  first = first + 1
  return wrk.format("POST", nil, nil, FORM .. "&refresh_token=" .. token)
end

function response(status, headers, body)
  local token = string.match(body, '"refresh_token"%s*:%s*"([^"]+)"')
  if token then add(token) end
end
