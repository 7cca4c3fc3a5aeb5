arguments <- commandArgs(trailingOnly = TRUE)
run <- if (length(arguments) > 0) arguments[1] else "out/guangzhou"
columns <- read.csv(file.path(run, "columns.csv"), encoding = "UTF-8")

# A table of the run with the types that columns.csv states; the region of the whole place is "".
read <- function(table) {
  kinds <- c(text = "character", integer = "integer", long = "numeric", number = "numeric", date = "Date", boolean = "logical")
  types <- kinds[columns$data_type[columns$table_name == table]]
  frame <- read.csv(file.path(run, paste0(table, ".csv")), colClasses = unname(types), na.strings = "", encoding = "UTF-8")
  for (text in which(types == "character")) frame[is.na(frame[[text]]), text] <- ""
  frame
}

people <- merge(merge(read("population"), read("region_labels")), read("status_labels"))
residents <- aggregate(persons ~ region_en, people[people$resident & people$year == 2035, ], sum)
print(head(residents[order(-residents$persons), ], 3), row.names = FALSE)

gap <- merge(read("gap"), read("service_labels"))
short <- gap[gap$region == "" & gap$year == 2035 & gap$service %in% c("beds", "physicians"), ]
print(short[order(short$service, short$path), c("service_en", "path", "shortage", "unit_en")], row.names = FALSE)
