-- Reserves segments of texts in the rolling minute of their number and of all numbers, in turn.
-- KEYS: the scope of all numbers, then our numbers; each a hash of segments by epoch second.
-- ARGV: now, the minute's seconds, the limit of all, the limit of a number; then for each text its key's index, its segments.
-- Answers for each text 0 when it has room, else the second at which it will.
local now, minute = tonumber(ARGV[1]), tonumber(ARGV[2])
local used = {}

local function load(key)
	if not used[key] then
		local seconds, sum = {}, 0
		local stored = redis.call('HGETALL', key)
		for i = 1, #stored, 2 do
			local second, segments = tonumber(stored[i]), tonumber(stored[i + 1])
			if second <= now - minute then
				redis.call('HDEL', key, stored[i])
			else
				seconds[#seconds + 1] = { second, segments }
				sum = sum + segments
			end
		end
		table.sort(seconds, function(a, b) return a[1] < b[1] end)
		used[key] = { seconds = seconds, sum = sum }
	end
	return used[key]
end

local function roomAt(key, segments, limit)
	local over = load(key).sum + segments - limit
	if over <= 0 then
		return 0
	end
	for _, second in ipairs(load(key).seconds) do
		over = over - second[2]
		if over <= 0 then
			return second[1] + minute
		end
	end
	return now + minute
end

local function take(key, segments)
	redis.call('HINCRBY', key, now, segments)
	redis.call('EXPIRE', key, 2 * minute)
	local scope = load(key)
	scope.sum = scope.sum + segments
	scope.seconds[#scope.seconds + 1] = { now, segments }
end

local answer = {}
for i = 5, #ARGV, 2 do
	local key, segments = KEYS[tonumber(ARGV[i])], tonumber(ARGV[i + 1])
	local at = math.max(roomAt(KEYS[1], segments, tonumber(ARGV[3])), roomAt(key, segments, tonumber(ARGV[4])))
	if at == 0 then
		take(KEYS[1], segments)
		take(key, segments)
	end
	answer[#answer + 1] = at
end
return answer
