namespace Seq2Seq.Display.Places;

/// <summary>Cuts a line segment to an area (Liang and Barsky 1984).</summary>
internal static class Clip
{
    public static bool Segment(Area area, ref (double X, double Y) a, ref (double X, double Y) b)
    {
        // What is beyond any screen is brought to where differences and quotients stay finite.
        (a, b) = (Near(a), Near(b));
        var (from, to) = (0.0, 1.0);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        if (!Edge(-dx, a.X - area.Left, ref from, ref to) || !Edge(dx, area.Right - a.X, ref from, ref to)
            || !Edge(-dy, a.Y - area.Top, ref from, ref to) || !Edge(dy, area.Bottom - a.Y, ref from, ref to))
            return false;
        var start = a;
        if (to < 1)
            b = (start.X + to * dx, start.Y + to * dy);
        if (from > 0)
            a = (start.X + from * dx, start.Y + from * dy);
        (a, b) = (Within(area, a), Within(area, b));
        return true;
    }

    public static bool Contains(Area area, double x, double y) =>
        x >= area.Left - 0.05 && x <= area.Right + 0.05 && y >= area.Top - 0.05 && y <= area.Bottom + 0.05;

    private static (double X, double Y) Near((double X, double Y) place) => (Near(place.X), Near(place.Y));

    private static double Near(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, -1e9, 1e9);

    // What a division rounded past an edge.
    private static (double X, double Y) Within(Area area, (double X, double Y) place) =>
        (Math.Clamp(place.X, area.Left, area.Right), Math.Clamp(place.Y, area.Top, area.Bottom));

    private static bool Edge(double direction, double distance, ref double from, ref double to)
    {
        if (direction == 0)
            return distance >= 0;
        var at = distance / direction;
        if (direction < 0)
            from = Math.Max(from, at);
        else
            to = Math.Min(to, at);
        return from <= to;
    }
}
