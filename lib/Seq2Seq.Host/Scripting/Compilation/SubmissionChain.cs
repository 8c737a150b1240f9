using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>Runs compiled submissions. The array holds one object per submission, whose fields are the cell's variables.</summary>
internal sealed class SubmissionChain(CellLoadContext context)
{
    // A context of its own takes longer to make than a short cell to run; the memory of so many cells is held together.
    private const int PassingTogether = 32;

    private readonly List<Type> types = [];
    private readonly Dictionary<string, Type> named = new(StringComparer.Ordinal);
    private object?[] states = new object?[64];
    private PassingLoadContext? passing;
    private int passed, loaded;

    /// <summary>Every kept submission: its type and its state object, null if it never began.</summary>
    public IEnumerable<(Type Type, object? State)> Ran => types.Select(type => (type, states.FirstOrDefault(state => state?.GetType() == type)));

    /// <summary>The value of a variable, by the assembly of the submission that declared it; false if that never began.</summary>
    public bool TryRead(string assembly, string name, out object? value)
    {
        var (field, state) = Find(assembly, name);
        value = state is null ? null : field?.GetValue(state);
        return field is not null && state is not null;
    }

    /// <summary>Whether there is such a variable.</summary>
    public bool Has(string assembly, string name) => Find(assembly, name) is (not null, not null);

    /// <summary>Gives a variable a value of its type.</summary>
    public void Write(string assembly, string name, object? value)
    {
        var (field, state) = Find(assembly, name);
        field!.SetValue(state, value);
    }

    private (FieldInfo? Field, object? State) Find(string assembly, string name)
    {
        if (!named.TryGetValue(assembly, out var type) || type.GetField(name) is not { IsStatic: false } field) return default;
        return (field, Array.Find(states, state => state?.GetType() == type));
    }

    /// <summary>Loads a submission; it runs when the delegate is called. One that isn't kept gives its slot to the next and can be unloaded.</summary>
    public Func<Task<object?>> Load(CSharpCompilation submission, MemoryStream image, MemoryStream? symbols, bool keep, CancellationToken cancellation)
    {
        var assembly = Context(image, keep).LoadFromStream(image, symbols);
        LateLines.Add(assembly, submission);
        var entry = submission.GetEntryPoint(cancellation)!;
        var type = assembly.GetType(entry.ContainingType.MetadataName)!;
        var method = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var factory = method.CreateDelegate<Func<object?[], Task<object?>>>();
        // Slot 0 is for globals, which there are none of.
        if (types.Count + 2 >= states.Length) Array.Resize(ref states, states.Length * 2);
        if (keep)
        {
            types.Add(type);
            named[assembly.GetName().Name!] = type;
        }
        var slots = states;
        return () => factory(slots);
    }

    private AssemblyLoadContext Context(MemoryStream image, bool keep)
    {
        if (keep) return context;
        if (passing is null || ++passed >= PassingTogether) (passing, passed) = (new PassingLoadContext(context), 0);
        AssemblyRename.Number(image.GetBuffer(), (int)image.Length, ++loaded);
        return passing;
    }

    /// <summary>Where submissions live that no other refers to; it goes when nothing of them is in use any more.</summary>
    private sealed class PassingLoadContext(CellLoadContext cells) : AssemblyLoadContext("passing cells", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => cells.LoadFromAssemblyName(assemblyName);
    }
}
