import sys
from pathlib import Path

import pandas as pd

run = Path(sys.argv[1] if len(sys.argv) > 1 else "out/guangzhou")
columns = pd.read_csv(run / "columns.csv", keep_default_na=False)


def read(table):
    """A table of the run with the types that columns.csv states; the region of the whole place is ''."""
    types = columns[columns.table_name == table].set_index("column_name").data_type
    text = list(types[types == "text"].index)
    frame = pd.read_csv(run / f"{table}.csv", dtype={c: str for c in text}, parse_dates=list(types[types == "date"].index))
    frame[text] = frame[text].fillna("")
    return frame


people = read("population").merge(read("region_labels")).merge(read("status_labels"))
residents = people[people.resident & (people.year == 2035)]
print(residents.groupby("region_en").persons.sum().round().astype(int).nlargest(3).to_string())

gap = read("gap").merge(read("service_labels"))
short = gap[(gap.region == "") & (gap.year == 2035) & gap.service.isin(["beds", "physicians"])]
print(short[["service_en", "path", "shortage", "unit_en"]].round().to_string(index=False))
