namespace Seq2Seq.Host.Scripting;

/// <summary>One cell to run.</summary>
/// <param name="Code">The cell's text, directives included.</param>
/// <param name="Name">How errors name it: <c>In[3]</c>, <c>cell 4</c>.</param>
/// <param name="Input">Answers <c>Console.ReadLine</c>; null where nobody can be asked.</param>
internal sealed record CellRequest(string Code, string Name, InputReader? Input = null);

/// <summary>Asks whoever sits in front for a line; null means the end of input. Called on the cell's thread, may block.</summary>
internal delegate string? InputReader(string prompt, bool isPassword);
