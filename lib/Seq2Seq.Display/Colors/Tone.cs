namespace Seq2Seq.Display.Colors;

/// <summary>A colour by its role: what it is in light and dark.</summary>
/// <remarks>
/// The eight series colours follow Okabe and Ito (2008), which colour-blind readers can tell apart, each darkened
/// or lightened until it stands out from its background.
/// </remarks>
internal sealed record Tone(string Name, string Light, string Dark)
{
    public static readonly Tone None = new("none", "none", "none");
    public static readonly Tone Paper = new("paper", "#ffffff", "#0d1117");
    public static readonly Tone Ink = new("ink", "#1f2328", "#e6edf3");
    public static readonly Tone Soft = new("soft", "#59636e", "#9198a1");
    public static readonly Tone Grid = new("grid", "#dde1e6", "#2b323b");
    public static readonly Tone Heat = new("heat", "#063b8c", "#a5d6ff");
    public static readonly Tone Cold = new("cold", "#8a3200", "#ffb17a");
    public static readonly Tone Hatch = new("hatch", "#b7bfc7", "#4a535d");

    private static readonly Tone[] Palette =
    [
        new("c0", "#0068a8", "#56b4e9"),
        new("c1", "#c44e00", "#ff9248"),
        new("c2", "#007f5f", "#2fcb9b"),
        new("c3", "#a8447f", "#ea9cc9"),
        new("c4", "#8c6900", "#f0c541"),
        new("c5", "#5b4bb0", "#b3a6ff"),
        new("c6", "#3f7f93", "#8fd3e0"),
        new("c7", "#6a6a6a", "#bdbdbd"),
    ];

    public static IReadOnlyList<Tone> Series => Palette;

    public static Tone Of(int color) => Palette[color % Palette.Length];

    /// <summary>Whether all colours have been used once before this one.</summary>
    public static bool IsSecondRound(int color) => color / Palette.Length % 2 == 1;

    public override string ToString() => Name;
}
