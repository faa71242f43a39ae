-- Sends the tokens of the file in turn, each in a request that the load makes of it.
local requests, next = {}, 0

function init(args)
  for token in io.lines(FILE) do
    requests[#requests + 1] = of(token)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end
