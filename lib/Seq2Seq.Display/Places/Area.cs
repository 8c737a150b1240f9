namespace Seq2Seq.Display.Places;

/// <summary>A rectangle of the picture.</summary>
internal readonly record struct Area(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CenterX => Left + Width / 2;

    public double CenterY => Top + Height / 2;

    /// <summary>The area within, never smaller than 1 by 1.</summary>
    public Area Inset(double left, double top, double right, double bottom) =>
        new(Left + left, Top + top, Math.Max(1, Width - left - right), Math.Max(1, Height - top - bottom));
}
