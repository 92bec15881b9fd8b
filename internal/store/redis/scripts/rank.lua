-- Makes a ranking that was written beside the old one the one that stands. The old one is left for a while to those
-- who are reading it.
--
-- KEYS  1 ranking  2 sessions, 3 orders, 4 pairs of the new one
-- ARGV  1 version and generation, as KEYS[1] holds them  2 seconds until the old one is deleted  3 number of pairs
-- Result  1, or 0 when the new one is not there as a whole: it took longer to write than it is kept
--
-- The keys of the old ranking are named after KEYS[1], and so are in its slot.
if redis.call('HLEN', KEYS[4]) ~= tonumber(ARGV[3]) then return 0 end
for i = 2, 4 do redis.call('PERSIST', KEYS[i]) end
local old = redis.call('GETSET', KEYS[1], ARGV[1])
if old and old ~= ARGV[1] then
  local generation = string.match(old, ' (%x+)$')
  for _, part in ipairs({'sessions', 'orders', 'pairs'}) do
    redis.call('EXPIRE', KEYS[1] .. ':' .. generation .. ':' .. part, ARGV[2])
  end
end
return 1
