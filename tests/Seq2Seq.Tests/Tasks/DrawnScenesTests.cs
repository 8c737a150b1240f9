using System.Buffers.Binary;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed class DrawnScenesTests
{
    private static readonly IReadOnlyList<DrawnScene> s_scenes = DrawnScenes.Generate();

    [Fact]
    public void The_pixels_show_what_the_caption_says()
    {
        foreach (var scene in s_scenes.Where(scene => scene.Things.Count == 2 && scene.Things[0].Color != scene.Things[1].Color))
        {
            var pixels = DrawnScenes.Pixels(scene);
            var (first, second) = (Middle(pixels, scene.Things[0].Color), Middle(pixels, scene.Things[1].Color));

            // The direction in which they are further apart, by the pixels alone.
            var (across, down) = (second.X - first.X, second.Y - first.Y);
            var (english, chinese) = Math.Abs(down) > Math.Abs(across)
                ? down > 0 ? (" above ", "的上面") : (" below ", "的下面")
                : across > 0 ? (" to the left of ", "的左边") : (" to the right of ", "的右边");
            Assert.Contains(english, scene.English, StringComparison.Ordinal);
            Assert.EndsWith(chinese, scene.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Forms_and_sizes_cover_their_areas()
    {
        int Area(SceneShape shape, bool isLarge) =>
            Painted(DrawnScenes.Pixels(new DrawnScene([new SceneThing(shape, SceneColor.Red, isLarge, 16, 16)], "", "")), SceneColor.Red).Count();

        Assert.Equal((13 * 13, 7 * 7), (Area(SceneShape.Square, true), Area(SceneShape.Square, false)));
        // π r² and half the square, give or take the edge.
        Assert.InRange(Area(SceneShape.Circle, true), 0.9 * Math.PI * 36, 1.1 * Math.PI * 36);
        Assert.InRange(Area(SceneShape.Triangle, true), 0.45 * 169, 0.6 * 169);
    }

    [Fact]
    public void Captions_agree_between_the_languages()
    {
        var words = new Dictionary<string, string>
        {
            ["red"] = "红色",
            ["green"] = "绿色",
            ["blue"] = "蓝色",
            ["yellow"] = "黄色",
            ["circle"] = "圆形",
            ["square"] = "正方形",
            ["triangle"] = "三角形",
            ["large"] = "大的",
            ["small"] = "小的",
        };

        foreach (var scene in s_scenes)
        {
            foreach (var (english, chinese) in words)
            {
                Assert.Equal(
                    scene.English.Split(' ').Count(word => word == english),
                    scene.Chinese.Split(chinese).Length - 1);
            }
        }
    }

    [Fact]
    public void Things_do_not_touch_and_scenes_differ()
    {
        Assert.All(s_scenes.Where(scene => scene.Things.Count == 2), scene =>
        {
            var (a, b) = (scene.Things[0], scene.Things[1]);
            Assert.True(Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)) > a.Radius + b.Radius - 1, scene.ToString());
        });
        Assert.Equal(s_scenes.Count, s_scenes.Select(scene => scene.ToString()).Distinct().Count());
    }

    [Fact]
    public void A_sheet_is_a_bitmap_of_all_its_scenes()
    {
        var sheet = SceneSheet.Bitmap([.. s_scenes.Take(9)], columns: 4);

        Assert.Equal(sheet.Length, BinaryPrimitives.ReadInt32LittleEndian(sheet.AsSpan(2)));
        Assert.Equal((128, 96), (BinaryPrimitives.ReadInt32LittleEndian(sheet.AsSpan(18)), BinaryPrimitives.ReadInt32LittleEndian(sheet.AsSpan(22))));
        // The last row of the file is the first of the picture: the first pixel of the first scene, blue before red.
        var pixels = DrawnScenes.Pixels(s_scenes[0]);
        var place = 54 + 3 * 95 * 128;
        Assert.Equal([pixels[2048], pixels[1024], pixels[0]], sheet[place..(place + 3)]);
    }

    private static IEnumerable<(int X, int Y)> Painted(byte[] pixels, SceneColor color)
    {
        byte[] wanted = color switch
        {
            SceneColor.Red => [210, 50, 45],
            SceneColor.Green => [60, 160, 75],
            SceneColor.Blue => [50, 90, 200],
            _ => [235, 195, 50],
        };
        for (var i = 0; i < 1024; i++)
        {
            if (pixels[i] == wanted[0] && pixels[1024 + i] == wanted[1] && pixels[2048 + i] == wanted[2]) yield return (i % 32, i / 32);
        }
    }

    private static (double X, double Y) Middle(byte[] pixels, SceneColor color)
    {
        var painted = Painted(pixels, color).ToArray();
        return (painted.Average(place => place.X), painted.Average(place => place.Y));
    }
}
