/**
 * First names that people in and around Dutch schools often have, in small letters without accents: on a phone nobody types a
 * capital. Names that are more often an ordinary word (roos, mark, wil, mei) are left out; nobody's list is ever complete.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `aaliyah aaron abdel abdullah abel achmed adam ahmed aicha aisha alex alexander ali alicia alina amber amelie amin amina amir
  amira amy ana anass andre andrea angela anika anissa anita anja ann anna annabel anne annelies annemarie anneke annika
  anouk anton antoon arend arie arjan arjen arno arnold arthur arwin astrid ayaan ayoub aya aylin ayse bart bas basma bastiaan
  beatrijs benjamin bente berend bernard bert bianca bilal bjorn boaz bob boris bram brigitte britt bryan cas casper
  cato cees charlotte chantal chiara chris christiaan claire corrie damian dani daniel danielle danny daphne david daan dean dennis
  derk dewi diana diede diego dirk donna douwe duuk dylan eda edwin eefje elena elif elin eline elisa elise eliza ellen elsa emily
  emine emir emma emre erik erwin esmee esther eva evelien evi fabian faith famke fatih fatima fatma feline femke fenna fien finn
  fleur floor floris frank fransje frederik freek frits gerard gerben gerda gerrit gert gijs gijsbert guus hamza hanna hannah hanneke
  hans harm harry hasan hassan hayley hein heleen helena hendrik henk henriette herman hidde hugo hussein ian ibrahim ids ilias
  ilona ilse imane imran ineke ines ingrid irene iris isa isabel isabella isabelle ismail ivan ivo jaap jacco jack jackie jacob
  jacqueline jade jaimy jakob jan jana janneke jannes jantje jaron jasmijn jason jasper jayden jeanette jelle jelmer jennifer jenny jens
  jeroen jesse jessica jet jip jitse joanne jochem joep joeri johan johanna johannes john jolanda jolien jonas jonathan joost jordy
  joren joris jorn joshua joy joyce jules julia julian julie jurre justin kaan karel karim karin karlijn kars kasper kaylee keano
  kees kelly kenan kevin khalid kiki kim kimberly klaas koen kyan laila lana lara lars laura lauren laurens leah leen lena lennard
  lennart leo leon leonie levi lianne lieke liesbeth lilly lina linda linde lisa lisanne liv liz lize loes lola lotte louisa
  louise lucas lucie lukas luna luuk maaike maarten maartje madelief maja malak manon mandy marcel marco margot margriet maria mariam
  marianne marieke marijke marijn marije marit marjan marjolein marleen marlies marloes martijn martin mats matthias matthijs maud
  maurits max maxime maya mees mehmet meike melanie melissa merel meryem mia michael michel michelle miguel mika mike mila milan
  milou mira mirjam mirthe mohamed mohammed moniek monique morris muhammad murat mustafa nadia naomi natalie natasja nathan nick
  nicole niek niels nienke nik nikki nina noa noah noor noortje nora norah nour nova olaf oliver olivia omar omer oscar otis pascal
  patricia patrick paul paula paulien peter petra pien piet pieter pim quinn rachel rachid rafael raf ralph ramon rayan rebecca
  reinier remco remi rene renee renske rianne richard rick rik rob robbert robert robin roderick roel rogier romee ronald rosa rosalie
  rosanne roxanne ruben rutger ruud ryan sabine salma sam samantha samir samira samuel sander sandra sanne sara sarah saskia sebastiaan
  selin selma sem senna sep serge sharon sienna silvia simone simon sjoerd sjors sofia sofie sophia sophie stan stefan stefanie
  stephan steven stijn suze suzanne sven svenja sylvia tamara tanja tara teun teddy tess tessa teunis thea theo thijmen thijs
  thirza thomas tijmen tijn tim timo timon tobias tom tomas tristan tycho valerie vera victor victoria vince vincent wendy wesley
  willem wilma wim wout wouter xander yara yasin yasmin yasmine youssef yusuf yvette yvonne zahra zara zeynep zoe zoey`.split(
    /\s+/,
  ),
);
