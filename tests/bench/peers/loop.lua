local start = os.clock()
local i, sum = 0, 0
while i < 10000000 do
  sum = sum + i
  i = i + 1
end
print(math.floor((os.clock() - start) * 1e9))
