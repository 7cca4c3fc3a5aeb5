-- Who lives where in 2035, and how many of them are 65 or older
select region_en, cast(round(sum(persons)) as integer) as residents,
       cast(round(1000 * sum(case when age >= 65 then persons else 0 end) / sum(persons)) as integer) as aged_per_1000
from population join region_labels using (region) join status_labels using (status)
where resident and year = 2035
group by region_en order by residents desc limit 3;

-- What is short by the plan's norm and by use, in the unit of the service
select service_en, path, cast(round(shortage) as integer) as shortage, unit_en
from gap join service_labels using (service)
where region = '' and year = 2035 and service in ('beds', 'physicians') order by service, path;

-- What a column holds, and in which unit
select column_name, data_type, unit_en, description_en
from columns where table_name = 'gap' and column_name in ('shortage', 'utilisation') order by position;

-- Where the numbers come from
select scenario, convention, base_date, last_date, title_zh from run;
