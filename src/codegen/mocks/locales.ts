import type { MockLocale } from '../../shared/mock-data';
import { split, type Words } from './words';

/** What depends on where people are from. All other words of mocks are English, as names of members are. */
export interface Locale {
  readonly firstNames: Words;
  readonly lastNames: Words;
  readonly cities: Words;
  readonly streets: Words;
  readonly companies: Words;
  readonly countries: Words;
  readonly countryCode: string;
  readonly currency: string;
  /** Such as `en-GB`. */
  readonly tag: string;
  readonly language: string;
  readonly timeZone: string;
  /** Numbers that no subscriber has, up to the last two digits. */
  readonly phone: string;
}

const en: Locale = {
  firstNames: split('Ada Alan Barbara Claude Dorothy Edsger Frances Grace Hedy Katherine Linus Margaret Radia Tim'),
  lastNames: split('Allen Clarke Hamilton Hopper Johnson Lamarr Liskov Lovelace Perlman Shannon Turing Vaughan'),
  cities: split('Amsterdam Berlin Dublin Lisbon Lyon Melbourne Oslo Seattle Toronto Vienna'),
  streets: ['12 Harbor Street', '5 Garden Lane', '88 Orchard Road', '240 River Avenue', '31 Mill Lane'],
  companies: ['Bright Harbor Ltd', 'Cedar Works', 'Northern Lantern', 'Quiet River Co', 'Silver Compass'],
  countries: split('Australia Austria Canada France Germany Ireland Netherlands Norway Portugal'),
  countryCode: 'NL',
  currency: 'EUR',
  tag: 'en-GB',
  language: 'en',
  timeZone: 'Europe/Amsterdam',
  phone: '+1 202 555 01',
};

const de: Locale = {
  firstNames: split('Anna Emmy Felix Greta Hans Jürgen Konrad Lena Maximilian Petra Sabine Ulrich'),
  lastNames: split('Bauer Fischer Hoffmann Köhler Krüger Lehmann Meitner Müller Noether Schröder Weber Zuse'),
  cities: split('Berlin Bremen Dresden Freiburg Hamburg Köln Leipzig München Nürnberg Wien Zürich'),
  streets: ['Gartenstraße 5', 'Hafenweg 12', 'Lindenallee 88', 'Am Mühlbach 31', 'Bahnhofstraße 240'],
  companies: ['Hafenlicht GmbH', 'Kompass & Söhne', 'Lindenhof AG', 'Nordlaterne GmbH', 'Silberbach KG'],
  countries: split('Belgien Dänemark Deutschland Frankreich Italien Niederlande Österreich Polen Schweiz'),
  countryCode: 'DE',
  currency: 'EUR',
  tag: 'de-DE',
  language: 'de',
  timeZone: 'Europe/Berlin',
  phone: '+49 30 231250',
};

const es: Locale = {
  firstNames: split('Alicia Andrés Carmen Elena Héctor Inés Javier Lucía Mateo Pilar Sofía Tomás'),
  lastNames: split('Castro Delgado Fernández García Iglesias López Martínez Ortega Ramírez Rubio Torres Vega'),
  cities: split('Barcelona Bilbao Bogotá Cádiz Lima Madrid Málaga Montevideo Quito Sevilla Valencia'),
  streets: ['Calle del Jardín 5', 'Paseo del Puerto 12', 'Avenida del Río 240', 'Calle Mayor 31', 'Plaza del Molino 8'],
  companies: ['Brújula de Plata S.L.', 'Cedro y Cía', 'Faro del Norte S.A.', 'Puerto Claro S.L.', 'Río Sereno S.A.'],
  countries: split('Argentina Chile Colombia Ecuador España México Panamá Perú Uruguay'),
  countryCode: 'ES',
  currency: 'EUR',
  tag: 'es-ES',
  language: 'es',
  timeZone: 'Europe/Madrid',
  phone: '+34 600 000 0',
};

const fr: Locale = {
  firstNames: split('Amélie Blaise Camille Élodie Émile Hélène Jérôme Louis Marie René Sophie Théo'),
  lastNames: split('Bernard Chevalier Curie Dubois Fontaine Lefèvre Mercier Moreau Pascal Petit Renaud Rousseau'),
  cities: split('Bordeaux Bruxelles Genève Lille Lyon Marseille Montréal Nantes Orléans Paris Strasbourg'),
  streets: [
    '5 rue du Jardin',
    '12 quai du Port',
    '88 chemin des Vergers',
    '240 avenue de la Rivière',
    '31 rue du Moulin',
  ],
  companies: ['Boussole d’Argent SARL', 'Cèdre et Fils', 'Lanterne du Nord SA', 'Port Clair SAS', 'Rivière Calme SARL'],
  countries: split('Allemagne Belgique Canada Espagne France Italie Luxembourg Portugal Suisse'),
  countryCode: 'FR',
  currency: 'EUR',
  tag: 'fr-FR',
  language: 'fr',
  timeZone: 'Europe/Paris',
  phone: '+33 1 99 00 00 ',
};

export const locales: Readonly<Record<MockLocale, Locale>> = { en, de, es, fr };
