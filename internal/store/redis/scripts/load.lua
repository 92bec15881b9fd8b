-- Puts records as they are, and raises the version of the space. The log begins anew.
--
-- KEYS  1 version  2 records  3 ids  4 expiry  5 log
-- ARGV  1 version  2 channel of wake-ups  3 name of the space
--       then three a record: name (kind, NUL, id); expiry in milliseconds, "0" for never; the record as it is kept
-- Result  nothing
if tonumber(redis.call('GET', KEYS[1]) or '0') < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1]) end
redis.call('UNLINK', KEYS[5])
for i = 4, #ARGV, 3 do
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
  redis.call('ZADD', KEYS[3], 0, ARGV[i])
  if ARGV[i + 1] == '0' then
    redis.call('ZREM', KEYS[4], ARGV[i])
  else
    redis.call('ZADD', KEYS[4], ARGV[i + 1], ARGV[i])
  end
end
redis.call('PUBLISH', ARGV[2], ARGV[3])
