using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>The form of a drawn thing.</summary>
public enum SceneShape
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle on its base.</summary>
    Triangle,
}

/// <summary>The colour of a drawn thing.</summary>
public enum SceneColor
{
    /// <summary>Red.</summary>
    Red,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Yellow.</summary>
    Yellow,
}

/// <summary>A thing in a picture.</summary>
/// <param name="Shape">Its form.</param>
/// <param name="Color">Its colour.</param>
/// <param name="IsLarge">True for a large one.</param>
/// <param name="X">Its middle from the left, in pixels.</param>
/// <param name="Y">Its middle from the top.</param>
public sealed record SceneThing(SceneShape Shape, SceneColor Color, bool IsLarge, int X, int Y)
{
    /// <summary>Half its width in pixels.</summary>
    public int Radius => IsLarge ? 6 : 3;

    /// <summary>"red circle large 9 20"</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Color} {Shape} {(IsLarge ? "large" : "small")} {X} {Y}").ToLowerInvariant();
}

/// <summary>A picture and what can be said about it.</summary>
/// <param name="Things">One or two things that do not touch.</param>
/// <param name="English">"a large red circle above a small blue square"</param>
/// <param name="Chinese">"一个大的红色圆形在一个小的蓝色正方形的上面"</param>
public sealed record DrawnScene(IReadOnlyList<SceneThing> Things, string English, string Chinese)
{
    /// <summary>The line of a TSV file.</summary>
    public override string ToString() => $"{string.Join("; ", Things)}\t{English}\t{Chinese}";
}

/// <summary>Pictures of 32 x 32 pixels with captions in English and Chinese.</summary>
public static class DrawnScenes
{
    /// <summary>Pixels along an edge.</summary>
    public const int Size = 32;

    private static readonly byte[][] s_colors = [[210, 50, 45], [60, 160, 75], [50, 90, 200], [235, 195, 50]];
    private static readonly string[] s_englishPlaces = ["above", "below", "to the left of", "to the right of"];
    private static readonly string[] s_chinesePlaces = ["的上面", "的下面", "的左边", "的右边"];
    private static readonly string[] s_chineseColors = ["红色", "绿色", "蓝色", "黄色"];
    private static readonly string[] s_chineseShapes = ["圆形", "正方形", "三角形"];

    /// <summary>Distinct scenes; one in five shows a single thing.</summary>
    public static IReadOnlyList<DrawnScene> Generate(int count = 1000, long seed = 15)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var scenes = new List<DrawnScene>(count);
        while (scenes.Count < count)
        {
            var scene = scenes.Count % 5 == 0 ? One(random) : Two(random);
            if (seen.Add(scene.ToString())) scenes.Add(scene);
        }

        return scenes;
    }

    /// <summary>The pixels of a scene, (3, 32, 32), 0 to 255: red, green and blue planes, row by row.</summary>
    public static byte[] Pixels(DrawnScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var pixels = new byte[3 * Size * Size];
        Array.Fill(pixels, (byte)245);
        foreach (var thing in scene.Things)
        {
            for (var y = Math.Max(0, thing.Y - thing.Radius); y <= Math.Min(Size - 1, thing.Y + thing.Radius); y++)
            {
                for (var x = Math.Max(0, thing.X - thing.Radius); x <= Math.Min(Size - 1, thing.X + thing.Radius); x++)
                {
                    if (!Covers(thing, x - thing.X, y - thing.Y)) continue;
                    for (var plane = 0; plane < 3; plane++)
                    {
                        pixels[(plane * Size + y) * Size + x] = s_colors[(int)thing.Color][plane];
                    }
                }
            }
        }

        return pixels;
    }

    private static bool Covers(SceneThing thing, int x, int y) => thing.Shape switch
    {
        SceneShape.Circle => x * x + y * y <= thing.Radius * thing.Radius,
        SceneShape.Square => true,
        // From a point at the top to the full width at the base.
        _ => 2 * Math.Abs(x) <= y + thing.Radius,
    };

    private static DrawnScene One(SeededRandom random)
    {
        var thing = Draw(random, random.Next(7, Size - 7), random.Next(7, Size - 7));
        return new DrawnScene([thing], English(thing), Chinese(thing));
    }

    private static DrawnScene Two(SeededRandom random)
    {
        var place = random.Next(4);
        var (near, far) = (random.Next(7, 10), random.Next(22, 25));
        var (across, other) = (random.Next(10, 22), random.Next(10, 22));
        // Apart in one direction by far more than in the other, so that only one caption is right.
        other = across + Math.Clamp(other - across, -4, 4);
        var (first, second) = place switch
        {
            0 => (Draw(random, across, near), Draw(random, other, far)),
            1 => (Draw(random, across, far), Draw(random, other, near)),
            2 => (Draw(random, near, across), Draw(random, far, other)),
            _ => (Draw(random, far, across), Draw(random, near, other)),
        };
        return new DrawnScene(
            [first, second], $"{English(first)} {s_englishPlaces[place]} {English(second)}",
            $"{Chinese(first)}在{Chinese(second)}{s_chinesePlaces[place]}");
    }

    private static SceneThing Draw(SeededRandom random, int x, int y) =>
        new((SceneShape)random.Next(3), (SceneColor)random.Next(4), random.Chance(0.5), x, y);

    private static string English(SceneThing thing) =>
        $"a {(thing.IsLarge ? "large" : "small")} {thing.Color} {thing.Shape}".ToLowerInvariant();

    private static string Chinese(SceneThing thing) =>
        $"一个{(thing.IsLarge ? "大的" : "小的")}{s_chineseColors[(int)thing.Color]}{s_chineseShapes[(int)thing.Shape]}";
}
