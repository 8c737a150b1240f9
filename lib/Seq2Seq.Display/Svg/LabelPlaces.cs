using Seq2Seq.Display.Places;

namespace Seq2Seq.Display.Svg;

/// <summary>Finds a free place for a label beside its point; what is taken is kept in buckets, so that it stays fast.</summary>
internal sealed class LabelPlaces(Area plot)
{
    private const double Line = 13;
    private const double Bucket = 32;
    private readonly Dictionary<(int, int), List<Area>> taken = [];

    public void Reserve(Area area)
    {
        foreach (var bucket in Buckets(area))
        {
            if (!taken.TryGetValue(bucket, out var list))
                taken[bucket] = list = [];
            list.Add(area);
        }
    }

    /// <summary>The place right of, left of, above or below the point, whichever is free first; null if none is.</summary>
    public Area? Find(double x, double y, double width)
    {
        Area[] candidates =
        [
            new(x + 6, y - Line / 2, width, Line), new(x - 6 - width, y - Line / 2, width, Line),
            new(x - width / 2, y - 6 - Line, width, Line), new(x - width / 2, y + 6, width, Line),
        ];
        foreach (var candidate in candidates)
        {
            if (candidate.Left < plot.Left || candidate.Right > plot.Right || candidate.Top < plot.Top || candidate.Bottom > plot.Bottom)
                continue;
            if (Buckets(candidate).Any(bucket => taken.TryGetValue(bucket, out var list) && list.Any(other => Overlap(candidate, other))))
                continue;
            Reserve(candidate);
            return candidate;
        }
        return null;
    }

    private static bool Overlap(Area a, Area b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private static IEnumerable<(int, int)> Buckets(Area area)
    {
        for (var column = (int)(area.Left / Bucket); column <= (int)(area.Right / Bucket); column++)
        {
            for (var row = (int)(area.Top / Bucket); row <= (int)(area.Bottom / Bucket); row++)
                yield return (column, row);
        }
    }
}
