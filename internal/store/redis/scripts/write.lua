-- Makes the changes of one write, all or none.
--
-- KEYS  1 version  2 records  3 ids  4 expiry  5 log
-- ARGV  1 now, in milliseconds  2 "1" when the space is in the index of spaces  3 token of this write
--       4 channel of wake-ups  5 name of the space
--       then five a change: name (kind, NUL, id); condition ("any", "absent", "present" or a version);
--       "put" or "delete"; expiry in milliseconds, "0" for never; value
-- Result  {"done", version}
--         {"conflict", number of a change, its record's version, ...}
--         {"index"}: nothing was done, the space must be put in the index first
local now = tonumber(ARGV[1])

local due = redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', ARGV[1], 'LIMIT', 0, 100)
for _, name in ipairs(due) do
  redis.call('HDEL', KEYS[2], name)
  redis.call('ZREM', KEYS[3], name)
  redis.call('ZREM', KEYS[4], name)
end

local function version_of(name)
  local data = redis.call('HGET', KEYS[2], name)
  if not data then return '0' end
  local version, expires = string.match(data, '^(%d+) %d+ (%d+) ')
  if expires ~= '0' and tonumber(expires) <= now then return '0' end
  return version
end

local conflict, puts = {'conflict'}, false
for i = 6, #ARGV, 5 do
  local version, condition = version_of(ARGV[i]), ARGV[i + 1]
  local holds = condition == 'any' or condition == version
      or (condition == 'absent' and version == '0') or (condition == 'present' and version ~= '0')
  if not holds then
    conflict[#conflict + 1] = string.format('%d', (i - 6) / 5)
    conflict[#conflict + 1] = version
  end
  puts = puts or ARGV[i + 2] == 'put'
end
if #conflict > 1 then
  -- The answer to this write may have been lost on its way, and the write sent again: then the conflict is with itself.
  for _, entry in ipairs(redis.call('XREVRANGE', KEYS[5], '+', '-', 'COUNT', 1024)) do
    if entry[2][2] == ARGV[3] then return {'done', string.match(entry[1], '^%d+')} end
  end
  return conflict
end
if puts and ARGV[2] ~= '1' and redis.call('EXISTS', KEYS[3]) == 0 then return {'index'} end

local version = string.format('%.0f', redis.call('INCR', KEYS[1]))
local names = {}
for i = 6, #ARGV, 5 do names[#names + 1] = ARGV[i] end
redis.call('XADD', KEYS[5], 'MAXLEN', '~', 1024, version .. '-0', 'token', ARGV[3], 'names', table.concat(names, '\0'))
for i = 6, #ARGV, 5 do
  local name, expires = ARGV[i], ARGV[i + 3]
  if ARGV[i + 2] == 'put' then
    redis.call('HSET', KEYS[2], name, version .. ' ' .. ARGV[1] .. ' ' .. expires .. ' ' .. ARGV[i + 4])
    redis.call('ZADD', KEYS[3], 0, name)
  else
    redis.call('HDEL', KEYS[2], name)
    redis.call('ZREM', KEYS[3], name)
  end
  if ARGV[i + 2] == 'put' and expires ~= '0' then
    redis.call('ZADD', KEYS[4], expires, name)
  else
    redis.call('ZREM', KEYS[4], name)
  end
end
redis.call('PUBLISH', ARGV[4], ARGV[5])
return {'done', version}
