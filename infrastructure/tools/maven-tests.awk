# Reads what Maven prints, with the thread's name before each line, and tells how the tests go: a line when a module begins
# and one when its tests are done; the messages of those that fail; what else made the build fail. The
# counts go to the given file.

function now() {
  srand()
  return srand()
}

function number(name, line) {
  sub(".*" name ": ", "", line)
  return line + 0
}

{
  thread = $1
  if (match($0, /^\[[^]]*\] /)) {
    thread = substr($0, 1, RLENGTH)
    line = substr($0, RLENGTH + 1)
  } else {
    line = $0
  }
}

line ~ /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
  split(line, word, " ")
  place[thread] = line
  sub(/.*\[/, "[", place[thread])
  module[thread] = word[3]
  begun[thread] = now()
  if (word[3] != "Leerkring") {
    print place[thread], module[thread], "..."
    fflush()
  }
}

line ~ /^\[INFO\] --- (maven-)?(surefire|failsafe)(-maven-plugin|-plugin)?:/ {
  kind[thread] = line ~ /failsafe/ ? "packaged" : "unit"
}

# What failed in a module, from its heading to its counts.
line ~ /^\[ERROR\] (Failures|Errors): *$/ {
  failing = 1
}

line ~ /^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+ *$/ {
  failing = 0
  k = kind[thread]
  run[k] += number("Tests run", line)
  failures[k] += number("Failures", line)
  errors[k] += number("Errors", line)
  skipped[k] += number("Skipped", line)
  red = number("Failures", line) + number("Errors", line)
  printf "%s %s: %d tests%s%s, %d s\n", place[thread], module[thread], number("Tests run", line),
    k == "packaged" ? " of the packaged functions" : "", red ? ", " red " FAILED" : "", now() - begun[thread]
  fflush()
}

failing {
  sub(/^\[ERROR\] /, "", line)
  print "    " line
}

# Why the build failed, when it was not for a test.
/^\[main\] \[ERROR\] / && !/\[ERROR\] (-> )?\[Help|re-run|Re-run|For more information|full stack trace|resume the build|mvn <args>|There (are|were) test failures|surefire-reports|\.dump|^\[main\] \[ERROR\] *$/ {
  why = why line "\n"
}

function counts(title, k) {
  printf "%s Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", title, run[k], failures[k], errors[k], skipped[k] > file
}

END {
  if (why) printf "\n%s\n", why
  counts("Rooms and the whole site:", "unit")
  if (run["packaged"]) counts("Packaged functions:", "packaged")
  failed = failures["unit"] + errors["unit"] + failures["packaged"] + errors["packaged"]
  missed = skipped["unit"] + skipped["packaged"]
  others = split(beside, reason, "\n")
  printf "%d passed, %d failed, %d skipped\n", run["unit"] + run["packaged"] - failed - missed, failed, missed + others > file
}
