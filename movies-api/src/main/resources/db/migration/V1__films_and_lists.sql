create table film (
    id           text   primary key,
    title        text   not null,
    year         int    not null,
    director     text   not null,
    country      text   not null,
    -- In minutes.
    running_time int    not null check (running_time > 0),
    genres       text[] not null
);

create index film_title on film (lower(title));
create index film_genres on film using gin (genres);

create table listed_film (
    person    text        not null,
    film_id   text        not null references film,
    listed_at timestamptz not null,
    primary key (person, film_id)
);

create index listed_film_film on listed_film (film_id);
