-- How names sound, as before, and three ways of writing a name more. Of a long word the vowel after its first consonant is
-- kept only as o or u: elsewhere e, i and a are put between two consonants or left out (Dmitry, Dimitri). A last j after
-- a vowel is not heard (Sergej). Abd and its article are a word of their own, however they are joined to the next one
-- (Abdulrahman, Abdel-Rahman, Abderrahmane). The index holds what the former one made of names, and is made anew.
DROP INDEX sources_skeleton_idx;
CREATE OR REPLACE FUNCTION name_skeleton(names text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT COALESCE(' ' || string_agg(CASE WHEN word ~ '[^a-z]' THEN word ELSE lower(
           CASE WHEN length(translate(begin || rest, 'Oa', '')) > 3
             THEN regexp_replace(begin, '^([^Oa].*)a$', '\1') || translate(rest, 'Oa', '')
             ELSE begin || translate(rest, 'Oa', 'aa') END) END, ' ' ORDER BY n) || ' ', '')
  FROM regexp_split_to_table(
      regexp_replace(regexp_replace(translate(names, '''`', ''),
        '\mabd[aeiou](l[- ]?|([rnsdtz])[- ]?\2)(?=[a-z]{2})', 'abd \2', 'g'),
        '\m[ae]([lnrdtsz]|sh|dh|th)-', '', 'g'),
      '[][\s.,;:()"/&_%\\-]+') WITH ORDINALITY AS split (word, n),
    -- A Y that begins a word is a consonant, and kept apart from vowels by being a capital. Q is free, and stands for sh.
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(replace(word, 'q', 'k'),
      '^ou(?=[aei])', 'w'), '^y(?=[aeiou])', 'Y'), '([aeiouy])[hj]$', '\1') AS word1) a,
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(replace(word1, 'x', 'ks'),
      'dzh|zh|dj', 'j', 'g'), 't?sch|tch|ch|sh', 'q', 'g'), 'c(?=[eiy])', 's', 'g') AS word2) b,
    LATERAL (SELECT translate(regexp_replace(replace(replace(replace(word2, 'kh', 'h'), 'ph', 'f'), 'tz', 'ts'),
      '([gdtb])h', '\1', 'g'), 'cw', 'kv') AS word3) c,
    LATERAL (SELECT regexp_replace(regexp_replace(regexp_replace(word3, '(.)\1+', '\1', 'g'),
      '[aeiouy]*[ou][aeiouy]*', 'O', 'g'), '[aeiy]+', 'a', 'g') AS word4) d,
    LATERAL (SELECT substring(word4 FROM '^[^Oa]*[Oa]?') AS begin) e,
    LATERAL (SELECT substr(word4, length(begin) + 1) AS rest) f
  WHERE word NOT IN ('', 'al', 'el', 'ul', 'the')
$$;
CREATE INDEX sources_skeleton_idx ON sources USING gin (name_skeleton(search) gin_trgm_ops);
-- As before: no samples of names.
ALTER INDEX sources_skeleton_idx ALTER COLUMN 1 SET STATISTICS 0;
