// What npm runs after an install: nothing yet.
process.exitCode = 0
