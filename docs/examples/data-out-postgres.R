library(RPostgreSQL)
arguments <- commandArgs(trailingOnly = TRUE) # host, port, database, user
database <- dbConnect(PostgreSQL(), host = arguments[1], port = arguments[2], dbname = arguments[3], user = arguments[4])
residents <- dbGetQuery(database, "
  select region_en, round(sum(persons)) as residents
  from guangzhou.population join guangzhou.region_labels using (region) join guangzhou.status_labels using (status)
  where resident and year = 2035 group by region_en order by residents desc limit 3")
print(residents, row.names = FALSE)
invisible(dbDisconnect(database))
