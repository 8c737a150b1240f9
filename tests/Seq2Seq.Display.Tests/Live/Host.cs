namespace Seq2Seq.Display.Tests.Live;

/// <summary>A host that keeps what is published, as long as it lives.</summary>
internal sealed class Host : IDisposable
{
    private const string Key = "Seq2Seq.Display.Publish";

    public Host() => AppContext.SetData(Key, (Action<string, IReadOnlyDictionary<string, string>, bool>)((id, forms, isUpdate) => Published.Add((id, forms, isUpdate))));

    public List<(string Id, IReadOnlyDictionary<string, string> Forms, bool IsUpdate)> Published { get; } = [];

    public void Dispose() => AppContext.SetData(Key, null);
}
