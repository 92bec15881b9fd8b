-- Deletes records that have expired.
--
-- KEYS  1 records  2 ids  3 expiry
-- ARGV  1 now, in milliseconds  2 how many at most
-- Result  how many were deleted
local due = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, name in ipairs(due) do
  redis.call('HDEL', KEYS[1], name)
  redis.call('ZREM', KEYS[2], name)
  redis.call('ZREM', KEYS[3], name)
end
return #due
