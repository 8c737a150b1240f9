namespace Seq2Seq.Display.Colors;

/// <summary>A colour by its role: what it is in light and dark.</summary>
/// <remarks>
/// The series colours start from the hues of Okabe and Ito (2008), moved until each stands out from its background and
/// every two stay apart for colour-blind readers; a test simulates their sight.
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
        new("c1", "#df5520", "#e85d45"),
        new("c2", "#0ba369", "#64f39a"),
        new("c3", "#a93a6d", "#f691b6"),
        new("c4", "#624304", "#e1ac20"),
        new("c5", "#24218e", "#9198ff"),
        new("c6", "#1b3b4b", "#b8d7ef"),
        new("c7", "#4f4f4f", "#e0e0e0"),
    ];

    public static IReadOnlyList<Tone> Series => Palette;

    public static Tone Of(int color) => Palette[color % Palette.Length];

    /// <summary>Whether all colours have been used once before this one.</summary>
    public static bool IsSecondRound(int color) => color / Palette.Length % 2 == 1;

    public override string ToString() => Name;
}
