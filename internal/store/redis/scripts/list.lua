-- Reads records in the order of their names, as they are at one moment.
--
-- KEYS  1 records  2 ids
-- ARGV  1 and 2 the bounds, as ZRANGEBYLEX takes them  3 how many at most
-- Result  {name, record, name, record, ...}
local out = {}
for _, name in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], ARGV[1], ARGV[2], 'LIMIT', 0, ARGV[3])) do
  out[#out + 1] = name
  out[#out + 1] = redis.call('HGET', KEYS[1], name)
end
return out
