import sys

import duckdb

file = sys.argv[1] if len(sys.argv) > 1 else "out/guangzhou/kapok.duckdb"
people = duckdb.connect(file, read_only=True).sql("from population join region_labels using (region)").df()
print(people[people.year == 2035].groupby("region_en").persons.sum().round().astype(int).nlargest(3).to_string())
