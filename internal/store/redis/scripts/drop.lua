-- Deletes a space but its version, which grows by one: no version is ever given twice.
--
-- KEYS  1 version  2 records  3 ids  4 expiry  5 log  6 ranking
-- ARGV  1 channel of wake-ups  2 name of the space  3 seconds until the ranking is deleted, for those who are reading it
-- Result  1, or 0 when there was nothing
--
-- The keys of the ranking that stands are named after KEYS[6], and so are in its slot.
local ranking = redis.call('GET', KEYS[6])
if not ranking and redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ranking then
  local generation = string.match(ranking, ' (%x+)$')
  for _, part in ipairs({'sessions', 'orders', 'pairs'}) do
    redis.call('EXPIRE', KEYS[6] .. ':' .. generation .. ':' .. part, ARGV[3])
  end
end
redis.call('UNLINK', KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6])
local version = string.format('%.0f', redis.call('INCR', KEYS[1]))
redis.call('XADD', KEYS[5], version .. '-0', 'token', '', 'names', '')
redis.call('PUBLISH', ARGV[1], ARGV[2])
return 1
