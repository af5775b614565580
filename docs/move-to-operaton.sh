#!/usr/bin/env bash
# Renames a copy of this project under target/ for Operaton, compiles it and runs process tests of it, which start it.
# moving-to-a-fork.md tells what it does and why. Arguments, if any, are the tests to run instead, as -Dtest takes them.
set -euo pipefail
cd "$(dirname "$0")/.."

version=1.0.3
tests=${1:-EnrolmentJourneyTests,AccessTests,ProcessModelTests,EnrolmentTakeoverTests,MilestoneProcessTests,ReviewProcessTests}
copy=target/operaton
rm -rf "$copy"
mkdir -p "$copy"
cp -r .mvn mvnw pom.xml src processes forms docs docker-compose.yml README.md "$copy"
cd "$copy"

# 1. Coordinates. camunda-bpm-assert has no counterpart: the tests that use it stay behind.
sed -i -e "s|<camunda.version>.*<|<camunda.version>$version<|" \
  -e '/<dependency>/{:next; N; /<\/dependency>/!b next; /camunda-bpm-assert/d}' pom.xml
sed -i '/ProcessEngineTests/d' src/test/java/no/bits/tls/EngineAssertions.java
grep -rlZ ProcessEngineTests src/test | xargs -0 rm

# 2. Words, but for what both understand: namespace and prefix of the attributes in diagrams.
grep -rIlZi --exclude='*.bpmn' camunda pom.xml src | xargs -0 sed -i -e 's/camunda/operaton/g' -e 's/Camunda/Operaton/g' \
  -e 's/CAMUNDA/OPERATON/g' -e 's|operaton.org/schema/1.0|camunda.org/schema/1.0|g' -e 's/operaton:propert/camunda:propert/g'

# 3. Folders and files.
find src -depth -iname '*camunda*' | while read -r path; do
  mv "$path" "$(dirname "$path")/$(basename "$path" | sed -e 's/camunda/operaton/g' -e 's/Camunda/Operaton/g')"
done

# 4. Proof.
./mvnw -q -B spring-javaformat:apply test-compile
./mvnw -q -B test -Dtest="$tests" -DforkCount=1
