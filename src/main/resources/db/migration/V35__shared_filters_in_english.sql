-- The shared filters got English names, shown in the reader's language; what they were called before goes.
do $$
begin
  if to_regclass('public.act_ru_filter') is not null then
    delete from public.act_ru_filter where name_ in ('Nye innmeldinger', 'E-post å sortere', 'E-post som ikke kom frem',
      'Henvendelser', 'Feilmeldinger', 'Å følge opp', 'Mine oppgaver');
  end if;
end
$$;
