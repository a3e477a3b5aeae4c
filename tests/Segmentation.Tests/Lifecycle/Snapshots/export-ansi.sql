-- Gives every row its segment, as 'segment score' does: 2 features, 2 segments, for Ansi.
SELECT
    id AS "CustomerID",
    o1 AS "Age",
    o2 AS "Income",
    CASE nearest WHEN d1 THEN 1 WHEN d2 THEN 2 END AS segment,
    CASE nearest WHEN d1 THEN 'Name 1' WHEN d2 THEN 'Name 2' END AS segment_name,
    CASE WHEN s1 IN (1, 2) THEN SUBSTR(CASE WHEN s1 = 1 THEN '; Age is missing' ELSE '' END, 3) ELSE CASE WHEN s1 = 3 OR s2 = 3 THEN 'a feature is too large' END END AS segment_reason
FROM (
    SELECT
        id,
        o1,
        o2,
        s1,
        s2,
        d1,
        d2,
        LEAST(d1, d2) AS nearest
FROM (
    SELECT
        id,
        o1,
        o2,
        s1,
        s2,
        (f1 - (0.1E0)) * (f1 - (0.1E0)) + f2 * f2 AS d1,
        (f1 - (-1E0)) * (f1 - (-1E0)) + (f2 - (20E0)) * (f2 - (20E0)) AS d2
FROM (
    SELECT
        id,
        o1,
        o2,
        CASE WHEN s1 = 0 AND x1 BETWEEN (-5.925469942568234E+154) AND (5.925469942568234E+154) THEN ((x1 - (40E0)) / (12.5E0)) END AS f1,
        CASE WHEN s1 <> 0 THEN s1 WHEN x1 BETWEEN (-5.925469942568234E+154) AND (5.925469942568234E+154) THEN 0 ELSE 3 END AS s1,
        CASE WHEN s2 = 0 AND x2 BETWEEN (-4.740375954054588E+153) AND (4.740375954054588E+153) THEN x2 WHEN s2 = 1 THEN (3E0) END AS f2,
        CASE WHEN s2 <> 0 THEN CASE WHEN s2 = 1 THEN 0 ELSE s2 END WHEN x2 BETWEEN (-4.740375954054588E+153) AND (4.740375954054588E+153) THEN 0 ELSE 3 END AS s2
FROM (
    SELECT
        c."CustomerID" AS id,
        c."Age" AS o1,
        c."Income" AS o2,
        CAST(c."Age" AS DOUBLE PRECISION) AS x1,
        CASE WHEN c."Age" IS NULL THEN 1 ELSE 0 END AS s1,
        CAST(c."Income" AS DOUBLE PRECISION) AS x2,
        CASE WHEN c."Income" IS NULL THEN 1 ELSE 0 END AS s2
FROM "shop"."customers" AS c
) AS cells
) AS scaled
) AS measured
) AS nearest;
