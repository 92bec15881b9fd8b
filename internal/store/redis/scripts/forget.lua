-- Takes a space out of the index, unless it was put in again since.
--
-- KEYS  1 names  2 added
-- ARGV  1 name of the space  2 when it was added, as seen before
-- Result  1, or 0 when it was put in again
if redis.call('ZSCORE', KEYS[2], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return 1
