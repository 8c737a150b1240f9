namespace Benchmarks.Yardsticks;

internal static class YardstickPage
{
    public static void Write(string results) => throw new NotSupportedException(results);
}
