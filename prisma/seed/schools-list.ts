/**
 * The demo's register: schools and trusts that do not exist, in places that do not exist, numbered from 900001. The
 * workplaces of the demo's people are among them.
 */

/** Trusts by their code. */
export const TRUSTS: Record<string, string> = {
  "90001": "Northfell Learning Trust",
  "90002": "Harbour Lane Schools Trust",
  "90003": "Mosswood Vale Trust",
  "90004": "Kestrel Down Trust",
  "90005": "Long Reach Trust",
  "90006": "Tidewell Trust",
  "90007": "Penmoor Schools",
  "90008": "Saltmarsh Federation",
};

/** Towns: local authority, region and the beginning of their postcodes (no area of the Royal Mail's begins with Z). */
export const TOWNS: Record<string, [authority: string, region: string, postcode: string]> = {
  Northfell: ["Northfellshire", "North East", "ZN1"],
  "Copper Hill": ["Northfellshire", "North East", "ZN4"],
  Mosswood: ["Mosswood", "North West", "ZM2"],
  Wendbridge: ["Wendshire", "Yorkshire and the Humber", "ZW3"],
  Stanner: ["Stanner Vale", "West Midlands", "ZS1"],
  "Stanner Bridge": ["Stanner Vale", "West Midlands", "ZS5"],
  Kestrelford: ["Kestrel Downs", "South East", "ZK2"],
  Tidewell: ["Tidewell", "South West", "ZT1"],
  Penmoor: ["Tidewell", "South West", "ZT7"],
  "Long Reach": ["Reachside", "East of England", "ZR3"],
  Harbourgate: ["Reachside", "East of England", "ZR9"],
  Fairlea: ["Fairlea", "East Midlands", "ZF2"],
  "Old Quarry": ["Lowbridge", "London", "ZL8"],
};

/**
 * Name | town | phase | kind: a academy, m maintained, c church (maintained), s special, i independent | code of the
 * trust | "closed" and the day, or "closing".
 */
export const SCHOOLS = `
Two Weirs Primary School|Wendbridge|Primary|m
Fairlea Park School|Fairlea|Secondary|m
Copper Hill Academy|Copper Hill|Secondary|a
Old Quarry School|Old Quarry|Not applicable|i
Stanner Bridge School|Stanner Bridge|All-through|m
Larkrise Field School|Kestrelford|Primary|m
Birchcombe School|Penmoor|Secondary|m
Wend Valley Academy|Wendbridge|Secondary|a
Northfell High School|Northfell|Secondary|a|90001
Northfell Moor Primary School|Northfell|Primary|a|90001
St Aldwyn's CofE Primary School, Northfell|Northfell|Primary|a|90001
Copper Beck Primary School|Copper Hill|Primary|a|90001
The Heron School|Northfell|Not applicable|s|90001
Harbour Lane Primary School|Harbourgate|Primary|a|90002
Harbourgate Academy|Harbourgate|Secondary|a|90002
Lightship Infant School|Harbourgate|Primary|a|90002
Lightship Junior School|Harbourgate|Primary|a|90002
Quayside Nursery and Infant School|Harbourgate|Primary|a|90002|closed 31-08-2025
Mosswood Academy|Mosswood|Secondary|a|90003
Mosswood Hall Primary School|Mosswood|Primary|a|90003
Vale Edge Primary School|Mosswood|Primary|a|90003
St Brannoc's Catholic Primary School, Mosswood|Mosswood|Primary|a|90003
Mosswood Sixth Form College|Mosswood|16 plus|a|90003
Kestrel Down Academy|Kestrelford|Secondary|a|90004
Kestrel Down Primary School|Kestrelford|Primary|a|90004
Windover Primary School|Kestrelford|Primary|a|90004
Chalk Pit Lane Infant School|Kestrelford|Primary|a|90004|closing
Long Reach School|Long Reach|Secondary|a|90005
Long Reach Primary School|Long Reach|Primary|a|90005
Fen Bank Primary School|Long Reach|Primary|a|90005
Saint Etheldine's CofE Academy|Long Reach|Secondary|a|90005
Tidewell Academy|Tidewell|Secondary|a|90006
Tidewell Harbour Primary School|Tidewell|Primary|a|90006
Samphire Primary School|Tidewell|Primary|a|90006
The Lantern School|Tidewell|Not applicable|s|90006
Penmoor Community College|Penmoor|Secondary|a|90007
Penmoor Primary School|Penmoor|Primary|a|90007
Carn Brae Lane Primary School|Penmoor|Primary|a|90007
St Petrel's CofE Primary School|Penmoor|Primary|a|90007
Saltmarsh Infant School|Harbourgate|Primary|a|90008
Saltmarsh Junior School|Harbourgate|Primary|a|90008
Seawall Primary School|Harbourgate|Primary|a|90008
St Mary's CofE Primary School, Stanner|Stanner|Primary|c
St Mary's Catholic Primary School, Fairlea|Fairlea|Primary|c
St Mary's School|Wendbridge|Primary|c
Saint Oswin’s CofE High School|Stanner|Secondary|c
École Étoile|Old Quarry|Not applicable|i
Stanner Girls' School|Stanner|Secondary|m
Stanner Boys' School|Stanner|Secondary|m||closed 31-08-2023
Stanner Grammar School|Stanner|Secondary|m
Wendbridge Nursery School|Wendbridge|Nursery|m
Wend-on-the-Water Primary School|Wendbridge|Primary|m
Lowbridge Prep|Old Quarry|Not applicable|i
Quarry Bank & Lowbridge Primary School|Old Quarry|Primary|m
All Saints' CofE Primary School, Fairlea|Fairlea|Primary|c
Fairlea Hospital School|Fairlea|Not applicable|s
Elm Row Primary School|Fairlea|Primary|m||closed 31-12-2024
Larkrise Nursery School|Kestrelford|Nursery|m
Birchcombe Primary School|Penmoor|Primary|m
Hope Weir Studio School|Northfell|Secondary|a||closed 31-08-2021`
  .trim()
  .split("\n")
  .map((line) => line.split("|"));
