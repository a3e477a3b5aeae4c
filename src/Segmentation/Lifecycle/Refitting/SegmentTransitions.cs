namespace Segmentation;

/// <summary>Tells from the overlaps what became of each segment; the rules stand at <see cref="SegmentMatching"/>.</summary>
internal sealed class SegmentTransitions(
    SegmentOverlap overlap, IReadOnlyList<int> oldNumbers, IReadOnlyList<int> oldSizes, int[] newNumbers, int?[] oldOf, bool[] gone)
{
    private IEnumerable<int> Old => Enumerable.Range(0, oldNumbers.Count);

    private IEnumerable<int> New => Enumerable.Range(0, newNumbers.Length);

    public IReadOnlyList<SegmentTransition> All()
    {
        int[][] parts = [.. Old.Select(PartsOf)];
        int[][] sources = [.. New.Select(SourcesOf)];
        List<SegmentTransition> found = [];
        bool[] told = new bool[newNumbers.Length];
        for (int i = 0; i < oldNumbers.Count; i++)
        {
            int merged = Array.FindIndex(sources, merging => merging.Contains(i));
            int successor = Array.IndexOf(oldOf, i);
            if (parts[i].Length > 0)
            {
                found.Add(Of(SegmentTransitionKind.Split, [i], parts[i]));
            }

            if (merged >= 0 && sources[merged][0] == i)
            {
                found.Add(Of(SegmentTransitionKind.Merged, sources[merged], [merged]));
            }
            else if (merged < 0 && parts[i].Length == 0)
            {
                found.Add(successor >= 0 ? Of(SegmentTransitionKind.Survived, [i], [successor]) : Of(SegmentTransitionKind.Vanished, [i], []));
            }

            foreach (int cluster in parts[i].Append(successor).Append(merged).Where(cluster => cluster >= 0))
            {
                told[cluster] = true;
            }
        }

        found.AddRange(New.Where(j => !told[j]).OrderBy(j => newNumbers[j]).Select(j => Of(SegmentTransitionKind.New, [], [j])));
        return found;
    }

    /// <summary>The new clusters that an old segment split into; none where it did not.</summary>
    private int[] PartsOf(int old)
    {
        int[] parts =
        [
            .. New.Where(j => overlap.OfOld(old, j) >= SegmentMatching.SplitThreshold && overlap.OfNew(old, j) >= SegmentMatching.SurvivalThreshold)
                .OrderBy(j => newNumbers[j]),
        ];
        bool split = !gone[old] && parts.Length > 1 && parts.Sum(j => overlap.OfOld(old, j)) >= SegmentMatching.SurvivalThreshold;
        return split ? parts : [];
    }

    /// <summary>The old segments that merged into a new cluster; none where fewer than two did.</summary>
    private int[] SourcesOf(int cluster)
    {
        int[] sources = [.. Old.Where(i => !gone[i] && overlap.OfOld(i, cluster) >= SegmentMatching.SurvivalThreshold)];
        return sources.Length > 1 ? sources : [];
    }

    private SegmentTransition Of(SegmentTransitionKind kind, int[] old, int[] clusters) => new(
        kind,
        [.. old.Select(i => oldNumbers[i])],
        [.. clusters.Select(j => newNumbers[j])],
        [.. old.SelectMany(i => clusters.Select(j => new SegmentFlow(
            oldNumbers[i], newNumbers[j], overlap.Shared[i, j], overlap.OfOld(i, j), overlap.OfNew(i, j))))],
        old.Sum(i => oldSizes[i]),
        clusters.Sum(j => overlap.NewTotals[j]),
        kind == SegmentTransitionKind.New ? clusters.Sum(j => overlap.NewSizes[j]) : old.Sum(i => overlap.OldSizes[i]));
}
