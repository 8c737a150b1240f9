using System.CommandLine;
using Seq2Seq.Cli;

var root = new RootCommand("Sequence-to-sequence models of your own data: train, translate, evaluate.")
{
    TrainCommand.Create(), TranslateCommand.Create(), EvaluateCommand.Create(), DataCommand.Create(),
};
StandardOutput.NoticeClosedPipe();
return root.Parse(args).Invoke();
