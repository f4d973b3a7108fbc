using ElastAlert.DocPictures;

var folder = Path.Combine(args.Length > 0 ? args[0] : Directory.GetCurrentDirectory(), "docs", "rule-types", "pictures");
Directory.CreateDirectory(folder);
foreach (var scenario in Scenarios.All)
{
    var path = Path.Combine(folder, scenario.Type + ".svg");
    File.WriteAllText(path, Timeline.Draw(scenario));
    Console.WriteLine(path);
}
