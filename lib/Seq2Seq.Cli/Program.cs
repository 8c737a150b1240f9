using Seq2Seq.Tasks;

if (args is ["data", var folder])
{
    foreach (var path in TaskFiles.Write(folder)) Console.WriteLine(path);
    return 0;
}

Console.Error.WriteLine("usage: seq2seq data FOLDER");
return 2;
