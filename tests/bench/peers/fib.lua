local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local start = os.clock()
fib(30)
print(math.floor((os.clock() - start) * 1e9))
